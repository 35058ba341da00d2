-- Listed is who has a published profile and something to book.
UPDATE mentor
   SET listed = published AND EXISTS (SELECT 1 FROM offer WHERE mentor_id = mentor.account_id AND offer.published);
