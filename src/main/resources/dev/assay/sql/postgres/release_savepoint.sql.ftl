[#-- release_savepoint() --]
release savepoint assay_cut
