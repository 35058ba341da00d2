package com.mentormatch.account;

/** What an account may do beyond booking. Being a mentor is not a role: it is having a profile. */
public enum Role {
    MEMBER, ADMIN
}
