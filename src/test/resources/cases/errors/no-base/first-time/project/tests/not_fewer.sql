select * from ${published("a")} where x not in (select x from ${ref("a")})
