[#-- type_float() --]
double precision
