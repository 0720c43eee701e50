"""What becomes of a finding: it is put right, accepted as it is, or given to somebody."""
