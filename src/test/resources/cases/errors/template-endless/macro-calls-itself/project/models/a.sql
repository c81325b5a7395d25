select
  [@loop.again n=1 /]
