[@config materialized="table" /] select * from ${source("lake","orders")} o
