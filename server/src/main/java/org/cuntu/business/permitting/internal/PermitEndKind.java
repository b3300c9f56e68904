package org.cuntu.business.permitting.internal;

import java.util.Map;
import java.util.Set;
import org.cuntu.business.permitting.Permit;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One of the three ways in which a certificate is ended by two persons. */
record PermitEndKind(PermitEnding ending, Permit.Act act) implements FourEyes.Kind {

    @Configuration(proxyBeanMethods = false)
    static class Kinds {
        /** 撤回: taken back, because the law or the facts have changed (行政许可法 art. 8, unverified). */
        @Bean
        FourEyes.Kind permitWithdrawKind(PermitEnding ending) {
            return new PermitEndKind(ending, Permit.Act.WITHDRAW);
        }

        /** 撤销: undone, because it should not have been granted (行政许可法 art. 69, unverified). */
        @Bean
        FourEyes.Kind permitRevokeKind(PermitEnding ending) {
            return new PermitEndKind(ending, Permit.Act.REVOKE);
        }

        /** 注销: struck off, because it has ended (行政许可法 art. 70, unverified). */
        @Bean
        FourEyes.Kind permitCancelKind(PermitEnding ending) {
            return new PermitEndKind(ending, Permit.Act.CANCEL);
        }
    }

    @Override
    public String code() {
        return PermitEnding.kind(act);
    }

    @Override
    public String toPropose() {
        return PermitEnding.permission(act);
    }

    @Override
    public String toDecide() {
        return PermitEnding.DECIDE;
    }

    @Override
    public Set<String> concerned(String subject) {
        return ending.concerned(subject);
    }

    @Override
    public void check(String subject, Map<String, String> content) {
        ending.check(act, subject, content);
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        return ending.carryOut(act, matter);
    }
}
