select 'a; b' as "c; d", $$;$$ as e /* ; */ ;
