package com.mentormatch.account;

public record SignedIn(AccountId id, boolean admin) implements Viewer {}
