package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Transactions;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells searches and cards how a mentor is rated. Whoever keeps the ratings counts them anew from their rows and says
 * so in the transaction that changed one, the last one's removal included.
 */
@Component
public class RateMentor {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ChangedMentors changed;

    RateMentor(JdbcClient jdbc, Transactions transactions, ChangedMentors changed) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.changed = changed;
    }

    /**
     * @param count how many ratings there are; none makes the mentor new again
     * @param stars all of them together, each 1 to 5
     */
    public void rate(AccountId mentor, int count, long stars) {
        var average = average(count, stars);
        transactions.run(() -> {
            jdbc.sql("UPDATE mentor SET rating_hundredths = ?, rating_count = ? WHERE account_id = ?")
                .params(average.orElse(0), count, Columns.param(mentor.value()))
                .update();
            changed.add(mentor);
        });
    }

    /** In hundredths, half a hundredth up. */
    static OptionalInt average(int count, long stars) {
        if (count < 0 || stars < count || stars > 5L * count) {
            throw new IllegalArgumentException(stars + " stars from " + count);
        }
        return count == 0 ? OptionalInt.empty() : OptionalInt.of((int) ((stars * 200 + count) / (2L * count)));
    }
}
