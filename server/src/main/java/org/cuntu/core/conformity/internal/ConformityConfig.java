package org.cuntu.core.conformity.internal;

import org.cuntu.core.conformity.Drafts;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ConformityConfig {
    @Bean
    Reviews reviews(
            LandClass.Schemes classes,
            Baselines baselines,
            SnapshotStore snapshots,
            RuleBook rules,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Reviews.Proof proof,
            ReviewNoun noun,
            GroundTable grounds,
            ReviewReaches reaches,
            CityClock clock) {
        return new Reviews(
                new EngineCutter(),
                classes,
                baselines,
                snapshots,
                rules,
                new ReviewStore(jdbc),
                transaction,
                new FoundReviews(proof, noun, grounds, reaches),
                clock::now);
    }

    @Bean
    Drafts drafts(JdbcClient jdbc, TransactionTemplate transaction, ProofLog proof, CityClock clock) {
        return new DbDrafts(
                jdbc,
                transaction,
                (owner, verb, draft, digest) ->
                        proof.append(new ProofAct(owner, "conformity:draft:" + verb, draft, digest)),
                clock::now);
    }
}
