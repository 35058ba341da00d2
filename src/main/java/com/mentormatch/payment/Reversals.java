package com.mentormatch.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Reversals extends Repository<Reversal, UUID> {

    Reversal save(Reversal reversal);

    Optional<Reversal> findById(UUID id);

    List<Reversal> findByTransferIdOrderByCreatedAt(UUID transfer);
}
