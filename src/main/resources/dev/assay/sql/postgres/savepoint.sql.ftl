[#-- savepoint() --]
savepoint assay_cut
