package org.cuntu.platform.identity.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.CallerAuthentication;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.OtherCallers;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, by the security context, which {@link SessionFilter} fills at each request. The home's owner on this
 * machine, who came with the run file's token, may do everything.
 */
@Component
class SignedIn implements CurrentUser, CurrentActor {
    static final User OWNER = User.of(LOCAL, "本机操作员", List.of("*:*:*"), Reach.HIGHEST);
    private static final ScopedValue<String> ON_BEHALF = ScopedValue.newInstance();

    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<OtherCallers> others;

    SignedIn(ObjectProvider<Accounts> accounts, ObjectProvider<OtherCallers> others) {
        this.accounts = accounts;
        this.others = others;
    }

    @Override
    public Optional<User> find() {
        if (ON_BEHALF.isBound()) return user(ON_BEHALF.get());
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication machine)
            return Optional.of(machine.caller());
        return present().map(Present::user).or(() -> principal().flatMap(this::user));
    }

    private Optional<User> user(String id) {
        if (id.equals(LOCAL)) return Optional.of(OWNER);
        return accounts.getObject().find(id).or(() -> others.stream()
                .flatMap(other -> other.find(id).stream())
                .findFirst());
    }

    /** The sign-in of this request; empty for the home's owner, a machine, a task. */
    static Optional<Present> present() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(authentication)
                .map(Authentication::getDetails)
                .filter(Present.class::isInstance)
                .map(Present.class::cast);
    }

    @Override
    public User get() {
        return find().orElseThrow(
                        () -> new ProblemAnswer(401, Problem.refused("http.sign-in-first", Problem.Place.UNKNOWN)));
    }

    @Override
    public Reach reach(String permission) {
        boolean ofNobody =
                !ON_BEHALF.isBound() && SecurityContextHolder.getContext().getAuthentication() == null;
        if (ofNobody) return Reach.whole();
        return find().map(user -> user.reach(permission)).orElse(Reach.NOTHING);
    }

    @Override
    public String id() {
        if (ON_BEHALF.isBound()) return ON_BEHALF.get();
        return principal().orElse(LOCAL);
    }

    @Override
    public <T> T as(String id, Supplier<T> work) {
        return ScopedValue.where(ON_BEHALF, id).call(work::get);
    }

    private static Optional<String> principal() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(authentication)
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getPrincipal)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.equals("anonymousUser"));
    }
}
