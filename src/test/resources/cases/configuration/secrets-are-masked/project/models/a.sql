select '${env_var("DB_PASSWORD")}' || x as leak
