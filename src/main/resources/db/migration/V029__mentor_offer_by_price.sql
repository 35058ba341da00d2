-- A list sorted by price is read along this index.
CREATE INDEX offer_price ON offer (published, price_currency, price_minor, id);
