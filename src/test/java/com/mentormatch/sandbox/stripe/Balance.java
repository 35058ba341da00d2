package com.mentormatch.sandbox.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalCollectionCreateParams;
import com.stripe.param.TransferReversalListParams;

/**
 * The platform's own balance: what charges, refunds, transfers, reversals and disputes do to it, each by a balance
 * transaction. Everything stands in the {@link Bank} and happens under its lock.
 */
final class Balance {

    private static final long DISPUTE_FEE = 1_500;

    private record Settlement(String currency, BigDecimal rate) {}

    private final Bank bank;
    private Settlement settlement;

    Balance(Bank bank) {
        this.bank = bank;
    }

    // ---- what the bank tells of

    void charged(Thing charge, long amount) {
        charge.with("_settled", settlement == null ? charge.text("currency") : settlement.currency())
            .with("_rate", (settlement == null ? BigDecimal.ONE : settlement.rate()).toPlainString());
        var settled = settled(charge, amount);
        charge.with("balance_transaction",
                move("charge", charge, settled, Math.ceilDiv(settled * 3, 100), settled(charge)).id());
    }

    void refunded(Thing refund) {
        refund.with("balance_transaction", moved("refund", refund, -refund.number("amount"), 0).id());
    }

    void refundFailed(Thing refund) {
        refund.with("failure_balance_transaction", moved("refund_failure", refund, refund.number("amount"), 0).id());
    }

    /** What is charged from now on is exchanged as it arrives, as where the platform has no account in its currency. */
    void settlesIn(String currency, String rate) {
        synchronized (bank) {
            settlement = new Settlement(currency, new BigDecimal(rate));
        }
    }

    void settlesAsCharged() {
        synchronized (bank) {
            settlement = null;
        }
    }

    private static String settled(Thing charge) {
        return charge.text(charge.has("_settled") ? "_settled" : "currency");
    }

    private static long settled(Thing charge, long amount) {
        return new BigDecimal(charge.has("_rate") ? charge.text("_rate") : "1").multiply(BigDecimal.valueOf(amount))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    }

    /** By something about a charge, exchanged as the charge was. */
    private Thing moved(String type, Thing source, long amount, long fee) {
        var charge = bank.find("charge", source.text("charge"), "charge");
        return move(type, source, settled(charge, amount), fee, settled(charge));
    }

    private Thing move(String type, Thing source, long amount, long fee, String currency) {
        return bank.keep(Thing.blank("balance_transaction")
            .with("id", Bank.id("txn_3", 23))
            .with("amount", amount)
            .with("available_on", bank.seconds())
            .with("created", bank.seconds())
            .with("currency", currency)
            .with("fee", fee)
            .with("net", amount - fee)
            .with("reporting_category", type)
            .with("type", type)
            .with("source", source.id()));
    }

    // ---- transfers

    Thing transfer(Thing form) {
        synchronized (bank) {
            Params.check(TransferCreateParams.class, form);
            for (var required : List.of("currency", "destination", "amount"))
                if (!form.has(required))
                    throw Refused.missing(required);
            var amount = form.number("amount");
            var currency = form.text("currency");
            if (amount < 1)
                throw Refused.parameter("parameter_invalid_integer", "amount",
                        "This value must be greater than or equal to 1.");
            var account = bank.find("account", form.text("destination"), "destination");
            if (!account.child("capabilities").is("transfers", "active"))
                throw Refused.state("insufficient_capabilities_for_transfer",
                        "Your destination account needs to have at least one of the following capabilities enabled: "
                                + "transfers, crypto_transfers, legacy_payments");
            if (form.has("source_transaction"))
                fromCharge(bank.find("charge", form.text("source_transaction"), "source_transaction"), amount,
                        currency);
            else if (amounts().getOrDefault(currency, 0L) < amount)
                throw Refused.state("balance_insufficient", "You have insufficient available funds in your Stripe "
                        + "account. Try adding funds directly to your available balance.");
            var id = Bank.id("tr_3", 23);
            var transfer = bank.keep(Thing.blank("transfer")
                .with("id", id)
                .with("amount", amount)
                .with("created", bank.seconds())
                .with("currency", currency)
                .with("destination", account.id())
                .with("destination_payment", Bank.id("py_1", 23))
                .with("metadata", form.child("metadata"))
                .with("source_transaction", form.text("source_transaction"))
                .with("transfer_group", form.text("transfer_group")));
            transfer.child("reversals").with("url", "/v1/transfers/" + id + "/reversals");
            transfer.with("balance_transaction", move("transfer", transfer, -amount, 0, currency).id());
            bank.emit("transfer.created", transfer);
            return transfer;
        }
    }

    private void fromCharge(Thing charge, long amount, String currency) {
        if (!charge.is("captured", "true"))
            throw Refused.state(null, "Cannot use an uncaptured charge as a source_transaction: " + charge.id());
        if (!settled(charge).equals(currency))
            throw Refused.parameter(null, "currency", "The currency of source_transaction's balance transaction ("
                    + settled(charge) + ") must be the same as the transfer currency (" + currency + ")");
        var before = bank.all("transfer")
            .stream()
            .filter(transfer -> transfer.is("source_transaction", charge.id()))
            .mapToLong(transfer -> transfer.number("amount"))
            .sum();
        if (before + amount > settled(charge, charge.number("amount_captured")))
            throw Refused.parameter(null, "amount",
                    "The amount of the transfers that use " + charge.id() + " as a source must not exceed its amount.");
    }

    Thing reverse(String id, Thing form) {
        synchronized (bank) {
            Params.check(TransferReversalCollectionCreateParams.class, form);
            var transfer = bank.find("transfer", id, "id");
            var left = transfer.number("amount") - transfer.number("amount_reversed");
            var amount = form.has("amount") ? form.number("amount") : left;
            if (left == 0)
                throw Refused.state(null, "Transfer " + id + " is already fully reversed.");
            if (amount < 1 || amount > left)
                throw Refused.parameter(null, "amount", "Reversal amount (" + amount
                        + ") is greater than unreversed amount on transfer (" + left + ")");
            var there = new Accounts(bank).amounts(transfer.text("destination"));
            if (there.getOrDefault(transfer.text("currency"), 0L) < amount)
                throw Refused.state("balance_insufficient",
                        "Insufficient funds in your Stripe balance to reverse this transfer.");
            var reversal = Thing.blank("transfer_reversal")
                .with("id", Bank.id("trr_1", 23))
                .with("amount", amount)
                .with("created", bank.seconds())
                .with("currency", transfer.text("currency"))
                .with("metadata", form.child("metadata"))
                .with("transfer", id);
            reversal.with("balance_transaction",
                    move("transfer_refund", reversal, amount, 0, transfer.text("currency")).id());
            var data = new ArrayList<Object>(transfer.child("reversals").list("data"));
            data.addFirst(reversal);
            transfer.child("reversals").with("data", data);
            transfer.with("amount_reversed", transfer.number("amount_reversed") + amount)
                .with("reversed", amount == left);
            bank.emit("transfer.reversed", transfer);
            return reversal;
        }
    }

    Thing transferList(Thing form) {
        synchronized (bank) {
            Params.check(TransferListParams.class, form);
            return Bank.page(bank.all("transfer")
                .stream()
                .filter(each -> !form.has("transfer_group") || each.is("transfer_group", form.text("transfer_group")))
                .filter(each -> !form.has("destination") || each.is("destination", form.text("destination")))
                .toList(), form, "/v1/transfers");
        }
    }

    Thing reversalList(String id, Thing form) {
        synchronized (bank) {
            Params.check(TransferReversalListParams.class, form);
            var reversals = bank.find("transfer", id, "id")
                .child("reversals")
                .list("data")
                .stream()
                .map(Thing.class::cast)
                .toList();
            return Bank.page(reversals.reversed(), form, "/v1/transfers/" + id + "/reversals");
        }
    }

    // ---- disputes

    /** A mentee's bank takes what is left of the money back, all where nothing is, or only asks where it is an inquiry. */
    Thing dispute(String chargeId, String reason, boolean inquiry) {
        var charge = bank.find("charge", chargeId, "charge");
        if (charge.is("disputed", "true"))
            throw Refused.state(null, "Charge " + chargeId + " has been disputed already.");
        var captured = charge.number("amount_captured");
        var left = captured - charge.number("amount_refunded");
        return dispute(chargeId, left > 0 ? left : captured, reason, inquiry);
    }

    /** The same of any amount, as often as wanted: a bank may claim parts, or all of what was given back in part before. */
    Thing dispute(String chargeId, long amount, String reason, boolean inquiry) {
        synchronized (bank) {
            var charge = bank.find("charge", chargeId, "charge");
            charge.with("disputed", true);
            var dispute = bank.keep(Thing.blank("dispute")
                .with("id", Bank.id("du_1", 23))
                .with("amount", amount)
                .with("charge", chargeId)
                .with("created", bank.seconds())
                .with("currency", charge.text("currency"))
                .with("is_charge_refundable", inquiry)
                .with("payment_intent", charge.text("payment_intent"))
                .with("reason", reason)
                .with("status", inquiry ? "warning_needs_response" : "needs_response"));
            dispute.child("evidence_details").with("due_by", bank.seconds() + 7 * 86_400);
            if (!inquiry)
                withdraw(dispute);
            bank.emit("charge.dispute.created", dispute);
            if (!inquiry)
                bank.emit("charge.dispute.funds_withdrawn", dispute);
            return dispute;
        }
    }

    private void withdraw(Thing dispute) {
        moved(dispute, -dispute.number("amount"), DISPUTE_FEE);
    }

    private void moved(Thing dispute, long amount, long fee) {
        var all = new ArrayList<Object>(dispute.list("balance_transactions"));
        all.add(moved("adjustment", dispute, amount, fee).copy());
        dispute.with("balance_transactions", all);
    }

    /** Evidence is handed in, or the bank looks at it. */
    void disputeGoesOn(String id) {
        synchronized (bank) {
            bank.emit("charge.dispute.updated", bank.find("dispute", id, "dispute").with("status", "under_review"));
        }
    }

    void disputeEnds(String id, boolean won) {
        synchronized (bank) {
            var dispute = bank.find("dispute", id, "dispute");
            if (!dispute.text("status").endsWith("needs_response") && !dispute.is("status", "under_review"))
                throw Refused.state(null, "This dispute is " + dispute.text("status") + ".");
            if (dispute.text("status").startsWith("warning")) {
                bank.emit("charge.dispute.closed", dispute.with("status", "warning_closed"));
                return;
            }
            dispute.with("status", won ? "won" : "lost");
            if (won)
                moved(dispute, dispute.number("amount"), 0);
            bank.emit("charge.dispute.closed", dispute);
            if (won)
                bank.emit("charge.dispute.funds_reinstated", dispute);
        }
    }

    /** A bank thinks again, after it had decided. */
    void disputeTurns(String id) {
        synchronized (bank) {
            var dispute = bank.find("dispute", id, "dispute").with("status", "won");
            moved(dispute, dispute.number("amount"), 0);
            bank.emit("charge.dispute.funds_reinstated", dispute);
        }
    }

    Thing disputeList(Thing form) {
        synchronized (bank) {
            Params.check(DisputeListParams.class, form);
            return Bank.page(bank.all("dispute")
                .stream()
                .filter(each -> !form.has("charge") || each.is("charge", form.text("charge")))
                .filter(each -> !form.has("payment_intent") || each.is("payment_intent", form.text("payment_intent")))
                .toList(), form, "/v1/disputes");
        }
    }

    /** Whether a refund of this charge has to wait for a bank. */
    boolean disputed(Thing charge) {
        return bank.all("dispute")
            .stream()
            .anyMatch(dispute -> dispute.is("charge", charge.id())
                    && (dispute.is("status", "needs_response") || dispute.is("status", "under_review")));
    }

    /** What a bank keeps of it: so much cannot be refunded any more. */
    long lost(Thing charge) {
        return bank.all("dispute")
            .stream()
            .filter(dispute -> dispute.is("charge", charge.id()) && dispute.is("status", "lost"))
            .mapToLong(dispute -> dispute.number("amount"))
            .sum();
    }

    // ---- the balance

    Thing transactionList(Thing form) {
        synchronized (bank) {
            Params.check(BalanceTransactionListParams.class, form);
            return Bank.page(bank.all("balance_transaction")
                .stream()
                .filter(each -> !form.has("source") || each.is("source", form.text("source")))
                .filter(each -> !form.has("type") || each.is("type", form.text("type")))
                .toList(), form, "/v1/balance_transactions");
        }
    }

    /** What charges of a transfer group, and all that followed from them, have done to it. */
    long of(String group) {
        synchronized (bank) {
            var charges = ids(bank.all("charge").stream().filter(each -> each.is("transfer_group", group)));
            var transfers = ids(bank.all("transfer").stream().filter(each -> each.is("transfer_group", group)));
            var sources = new HashSet<>(charges);
            sources.addAll(transfers);
            for (var type : List.of("refund", "dispute"))
                sources.addAll(ids(bank.all(type).stream().filter(each -> charges.contains(each.text("charge")))));
            bank.all("transfer")
                .stream()
                .filter(each -> transfers.contains(each.id()))
                .forEach(each -> each.child("reversals")
                    .list("data")
                    .forEach(reversal -> sources.add(((Thing) reversal).id())));
            return bank.all("balance_transaction")
                .stream()
                .filter(each -> sources.contains(each.text("source")))
                .mapToLong(each -> each.number("net"))
                .sum();
        }
    }

    private static Set<String> ids(Stream<Thing> things) {
        return things.map(Thing::id).collect(Collectors.toSet());
    }

    /** What is there, by currency in small letters. */
    Map<String, Long> amounts() {
        synchronized (bank) {
            var amounts = new TreeMap<String, Long>();
            bank.all("balance_transaction")
                .forEach(each -> amounts.merge(each.text("currency"), each.number("net"), Long::sum));
            return amounts;
        }
    }
}
