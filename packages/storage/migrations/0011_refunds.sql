-- What was given back of an entry -------------------------------------------------------------------------------------
--
-- Asked for with each refund that names its debit. Few entries correct another one, and the others are not in the index.

create index wallet_transactions_corrects on wallet_transactions (corrects) where corrects is not null;
