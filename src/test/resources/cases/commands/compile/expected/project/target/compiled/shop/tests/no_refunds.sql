select * from "dev"."orders" where amount < 0
