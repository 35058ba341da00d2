package com.mentormatch.account;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Accounts extends JpaRepository<Account, AccountId> {

    Optional<Account> findByEmail(String email);

    default Account existing(AccountId id) {
        return findById(id).orElseThrow(() -> new IllegalStateException("No account " + id));
    }
}
