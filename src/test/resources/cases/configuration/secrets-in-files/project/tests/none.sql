select * from ${ref("sec")} where secret = '${env_var("DB_PASSWORD")}'
