package org.cuntu.platform.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who is signed in, as known at this request.
 *
 * @param id unique, never given twice
 * @param name the person's name
 * @param unit the section
 * @param grants the roles held today, own, by posts and lent
 */
public record User(String id, String name, String unit, List<Grant> grants) {
    public User {
        grants = List.copyOf(grants);
    }

    /** Somebody with these permissions everywhere, up to a classification. */
    public static User of(String id, String name, List<String> permissions, int level) {
        return new User(id, name, "", List.of(new Grant("", permissions, new Reach.Part("", level), null)));
    }

    /** Ids of roles.yaml, each once. */
    @JsonProperty
    public List<String> roles() {
        return grants.stream().map(Grant::role).filter(role -> !role.isEmpty()).distinct().toList();
    }

    /** Of all roles together: {@code module:noun:verb}, a star for any. */
    @JsonProperty
    public List<String> permissions() {
        return grants.stream().flatMap(grant -> grant.permissions().stream()).distinct().toList();
    }

    /** Whether one of the permissions covers this one, somewhere. */
    public boolean may(String permission) {
        return grants.stream().anyMatch(grant -> grant.may(permission));
    }

    /** Over which records a permission holds; {@link Reach#NOTHING} when it is not held. */
    public Reach reach(String permission) {
        return new Reach(grants.stream().filter(grant -> grant.may(permission)).map(Grant::part).distinct().toList());
    }

    /** Who lent this permission, when it is held only because others lent it; empty when it is the person's own. */
    public Set<String> lenders(String permission) {
        boolean own = grants.stream().anyMatch(grant -> grant.lentBy() == null && grant.may(permission));
        if (own) return Set.of();
        return grants.stream()
                .filter(grant -> grant.may(permission) && grant.lentBy() != null)
                .map(grant -> String.valueOf(grant.lentBy()))
                .collect(Collectors.toSet());
    }
}
