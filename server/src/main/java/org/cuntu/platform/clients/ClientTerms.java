package org.cuntu.platform.clients;

import java.time.Instant;
import java.util.List;

/**
 * What a machine client is and may do, as the security administrator sets it.
 *
 * @param name of the program, 1 to 100 characters
 * @param unit that answers for it
 * @param purpose why it may
 * @param scopes permissions {@code module:noun:verb}, without a star
 * @param division code of the division whose records it sees, with all that lies in it
 * @param level the highest classification it sees (contracts 12): 1 公开 … 4 重要
 * @param quota requests a minute
 * @param addresses it may come from: addresses or networks ({@code 10.1.0.0/16}); empty: any
 * @param expiresAt from when on it is refused
 */
public record ClientTerms(
        String name,
        String unit,
        String purpose,
        List<String> scopes,
        String division,
        int level,
        int quota,
        List<String> addresses,
        Instant expiresAt) {
    public ClientTerms {
        scopes = scopes.stream().distinct().sorted().toList();
        addresses = List.copyOf(addresses);
    }
}
