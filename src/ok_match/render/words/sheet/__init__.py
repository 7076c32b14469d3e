"""The page about a sheet: what it holds, what people work in, what is wrong with it."""
