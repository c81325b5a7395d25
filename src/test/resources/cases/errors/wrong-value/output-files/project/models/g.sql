[@config materialized="external" location="seeds/prices.csv" /] select 1 as i
