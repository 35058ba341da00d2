package com.mentormatch.payment;

/**
 * What Stripe said about one Checkout at one moment.
 *
 * @param intent   Stripe's id of the payment; null until a card was tried
 * @param received charged, in minor units
 * @param refunded given back of that for certain, in minor units
 * @param refunding on its way back and not yet certain, in minor units
 * @param failedRefunds how many refunds Stripe took on and could not carry out
 * @param card     "Visa •••• 4242"; null where no card was taken
 */
public record Snapshot(Session session, String intent, Money money, long received, long refunded, long refunding,
        int failedRefunds, String card) {

    public enum Session {
        OPEN, COMPLETE, EXPIRED
    }

    public enum Money {
        NONE, AUTHORIZED, CHARGED, CANCELED
    }
}
