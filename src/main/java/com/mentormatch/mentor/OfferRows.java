package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads offers. */
@Component
class OfferRows {

    private static final String OFFER = """
            SELECT id, mentor_id, title, kind, minutes, price_minor, price_currency, confirmation, late_refund_percent,
                   published, paused
              FROM offer
             WHERE\s""";

    /** Trials first, because that is where two people begin. */
    private static final String ORDER = " ORDER BY kind <> 'TRIAL', price_minor, minutes, id";

    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OfferTerms> find(OfferId id) {
        return jdbc.sql(OFFER + "id = ?").param(Columns.param(id.value())).query(OfferRows::terms).optional();
    }

    List<OfferTerms> of(AccountId mentor) {
        return jdbc.sql(OFFER + "mentor_id = ?" + ORDER)
            .param(Columns.param(mentor.value()))
            .query(OfferRows::terms)
            .list();
    }

    Map<AccountId, List<OfferTerms>> published(Collection<AccountId> mentors) {
        if (mentors.isEmpty()) {
            return Map.of();
        }
        var ids = mentors.stream().map(id -> Columns.param(id.value())).toList();
        return jdbc.sql(OFFER + "mentor_id IN (:ids) AND published = TRUE" + ORDER)
            .param("ids", ids)
            .query(OfferRows::terms)
            .list()
            .stream()
            .collect(Collectors.groupingBy(OfferTerms::mentor));
    }

    private static OfferTerms terms(ResultSet row, int number) throws SQLException {
        return new OfferTerms(new OfferId(Columns.uuid(row, "id")), new AccountId(Columns.uuid(row, "mentor_id")),
                row.getString("title"), OfferKind.valueOf(row.getString("kind")), row.getInt("minutes"),
                new Amount(row.getLong("price_minor"), row.getString("price_currency")),
                Confirmation.valueOf(row.getString("confirmation")), row.getInt("late_refund_percent"),
                row.getBoolean("published"), row.getBoolean("paused"));
    }
}
