package com.mentormatch.account;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about accounts.
 *
 * @param admins       addresses whose accounts are admins as soon as the address is verified
 * @param signInNotice what is said above the sign-in form, as plain text; nothing unless set
 */
@ConfigurationProperties("mentormatch.account")
public record AccountSettings(@DefaultValue List<String> admins, @DefaultValue("") String signInNotice) {}
