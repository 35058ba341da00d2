package com.mentormatch.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Accounts extends JpaRepository<Account, AccountId> {

    Optional<Account> findByEmail(String email);

    /** Nobody else writes it, or makes a row that refers to it, until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Account locked(AccountId id);

    /** All of them, in one order, so that two who ask wait for one another. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.role = :role order by a.id.value")
    List<Account> lockedOfRole(Role role);

    default Account existing(AccountId id) {
        return findById(id).orElseThrow(() -> new IllegalStateException("No account " + id));
    }
}
