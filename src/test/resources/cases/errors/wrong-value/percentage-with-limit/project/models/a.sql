select x from range(3) t(x)
