package com.mentormatch.payment;

import com.mentormatch.sandbox.stripe.Call;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every call to Stripe the product makes, by the question that makes it. What is asked of the ports is read from them, and
 * what a question asks of Stripe is recorded by a test: a new one of either without a line here fails the build.
 */
public final class PortCalls {

    private static final String TABLE = """
            Till.open            SESSION_CREATE
            Till.look            SESSION_RETRIEVE REFUND_LIST DISPUTE_LIST
            Till.expire          SESSION_EXPIRE
            Till.capture         INTENT_CAPTURE
            Till.cancel          INTENT_CANCEL
            Till.refund          REFUND_CREATE
            Till.transfer        TRANSFER_LIST CHARGE_RETRIEVE TRANSFER_CREATE
            Till.reverse         REVERSAL_LIST TRANSFER_REVERSE
            Till.lookAtTransfer  TRANSFER_RETRIEVE
            Till.bookingOf       SESSION_RETRIEVE INTENT_RETRIEVE CHARGE_RETRIEVE TRANSFER_RETRIEVE DISPUTE_RETRIEVE REFUND_RETRIEVE
            Till.objectOf        EVENT_RETRIEVE
            Till.noticesSince    EVENT_LIST
            Connect.open         ACCOUNT_CREATE
            Connect.onboarding   ACCOUNT_LINK
            Connect.dashboard    ACCOUNT_LOGIN
            Connect.look         ACCOUNT_RETRIEVE
            Connect.standings    ACCOUNT_LIST
            Connect.payout       PAYOUT_RETRIEVE
            Connect.payouts      PAYOUT_LIST
            """;

    private PortCalls() {}

    /** By port and method: "Till.open". */
    public static Map<String, Set<Call>> all() {
        return TABLE.lines()
            .map(line -> line.split(" +"))
            .collect(Collectors.toMap(words -> words[0],
                    words -> Arrays.stream(words)
                        .skip(1)
                        .map(Call::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Call.class)))));
    }

    /** What there is to ask, as the code says. */
    public static Set<String> questions() {
        return Stream.of(Till.class, Connect.class)
            .flatMap(port -> Arrays.stream(port.getDeclaredMethods())
                .map(method -> port.getSimpleName() + "." + method.getName()))
            .collect(Collectors.toCollection(TreeSet::new));
    }
}
