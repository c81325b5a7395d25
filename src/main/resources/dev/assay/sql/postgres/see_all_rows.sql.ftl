[#-- see_all_rows(): a row policy that holds us too would hide rows from the comparison: then the server refuses it --]
set local row_security = off
