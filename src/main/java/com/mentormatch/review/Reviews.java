package com.mentormatch.review;

import com.mentormatch.booking.BookingId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All of them; who may see which is asked of its booking. */
interface Reviews extends Repository<Review, ReviewId> {

    Review save(Review review);

    void flush();

    Optional<Review> findById(ReviewId id);

    Optional<Review> findByBooking(BookingId booking);
}
