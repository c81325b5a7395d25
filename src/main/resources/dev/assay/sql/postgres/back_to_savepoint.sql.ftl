[#-- back_to_savepoint() --]
rollback to savepoint assay_cut
