"""What a curator sees: the queue, the evidence, differences in words, suggestions. Writes are the ledger's."""
