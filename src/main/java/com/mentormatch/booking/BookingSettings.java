package com.mentormatch.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may set about bookings, until an admin sets something else: {@link CurrentRules} says what counts.
 *
 * @param feePercent   the platform's share of a price, copied onto each booking when it is made
 * @param maxUndecided undecided bookings one mentee may have at a time
 * @param maxUnpaid    unpaid holds one mentee may have at a time
 * @param triesAnHour  how often one account may send the booking form
 */
@Validated
@ConfigurationProperties("mentormatch.booking")
record BookingSettings(@DefaultValue("10") @Min(0) @Max(90) int feePercent, @DefaultValue("5") @Min(1) int maxUndecided,
        @DefaultValue("3") @Min(1) int maxUnpaid, @DefaultValue("30") @Min(1) int triesAnHour) {}
