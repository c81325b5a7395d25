select * from ${this}
where id is null
