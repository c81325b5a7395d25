select x from ${published("a")} except select x from ${ref("a")}
