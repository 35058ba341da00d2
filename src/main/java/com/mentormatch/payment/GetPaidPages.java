package com.mentormatch.payment;

import com.mentormatch.account.SignedIn;
import com.mentormatch.payment.AccountStanding.Requirement;
import com.mentormatch.payment.AccountStanding.Urgency;
import com.mentormatch.payment.GetPaidPage.Missing;
import com.mentormatch.payment.GetPaidPage.Stage;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Reads how far a mentor has come in being paid, for that mentor alone. */
@Component
public class GetPaidPages {

    private final Payees payees;
    private final RequirementWords words;

    GetPaidPages(Payees payees, RequirementWords words) {
        this.payees = payees;
        this.words = words;
    }

    public GetPaidPage of(SignedIn mentor, Locale locale) {
        return payees.of(mentor.id())
            .map(payee -> page(payee, payees.requirements(mentor.id()), locale))
            .orElse(new GetPaidPage(Stage.NONE, false, false, List.of(), null));
    }

    /** Whether their paid offers can be sold now. */
    public boolean sells(SignedIn mentor) {
        return payees.of(mentor.id()).filter(Payees.Payee::charges).isPresent();
    }

    private GetPaidPage page(Payees.Payee payee, List<Requirement> asked, Locale locale) {
        return new GetPaidPage(stage(payee, asked), payee.charges(), payee.payouts(), missing(asked, locale),
                payee.dueAt());
    }

    private static Stage stage(Payees.Payee payee, List<Requirement> asked) {
        var due = asked.stream().anyMatch(each -> each.urgency() != Urgency.PENDING);
        if (payee.disabledReason() != null && payee.disabledReason().startsWith("rejected.")) {
            return Stage.REJECTED;
        }
        if (payee.charges()) {
            return !payee.payouts() || !payee.transfers() ? Stage.HELD : due ? Stage.DUE : Stage.ENABLED;
        }
        return !payee.submitted() ? Stage.UNFINISHED : due ? Stage.RESTRICTED : Stage.CHECKING;
    }

    /** Three fields of one date are one thing to tell. */
    private List<Missing> missing(List<Requirement> asked, Locale locale) {
        return asked.stream()
            .map(each -> new Missing(words.what(each.field(), locale), words.problem(each, locale),
                    each.urgency() == Urgency.PENDING))
            .distinct()
            .toList();
    }
}
