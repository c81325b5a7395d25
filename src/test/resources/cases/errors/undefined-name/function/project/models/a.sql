select * from ${reff("b")}
