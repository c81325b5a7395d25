#!/usr/bin/env python3
"""Writes one layered project of n models twice: as assay reads it and as dbt reads it. The SQL is the same.

usage: generate.py MODELS FOLDER [view|table]

FOLDER/assay and FOLDER/dbt are projects; FOLDER/statements.sql is what a person would run by hand in their place: each
view, then its two tests, a statement a line, parents first.
"""

import pathlib
import sys

A_YAML_FILE = 10  # models described in one YAML file


def layers(count):
    """Names by layer. One in five is staging, five in ten are intermediate, three in ten are marts."""
    staging = count // 5
    marts = count * 3 // 10
    intermediate = count - staging - marts
    return [
        [f"stg_{i:05}" for i in range(staging)],
        [f"int_{i:05}" for i in range(intermediate)],
        [f"mart_{i:05}" for i in range(marts)],
    ]


def staging_sql(number):
    return f"""with source as (
  select
    i as id,
    i % 17 as customer_id,
    (i * 31 + {number}) % 1000 as amount_cents,
    case when i % 5 = 0 then 'returned' when i % 7 = 0 then 'pending' else 'complete' end as status,
    date '2024-01-01' + cast(i % 365 as integer) as ordered_on
  from range(100) as numbers(i)
),

renamed as (
  select
    id,
    customer_id,
    amount_cents / 100.0 as amount,
    lower(status) as status,
    ordered_on
  from source
)

select id, customer_id, amount, status, ordered_on
from renamed
"""


def intermediate_sql(first, second):
    return f"""with orders as (
  select * from {first}
),

payments as (
  select * from {second}
),

joined as (
  select
    orders.id,
    orders.customer_id,
    orders.amount + coalesce(payments.amount, 0) as amount,
    orders.status,
    orders.ordered_on,
    row_number() over (partition by orders.customer_id order by orders.ordered_on, orders.id) as order_number
  from orders
  left join payments on orders.id = payments.id
)

select
  id,
  customer_id,
  amount,
  case when order_number = 1 then 'first' else status end as status,
  ordered_on
from joined
where amount >= 0
"""


def mart_sql(first, second, third):
    return f"""with base as (
  select * from {first}
),

returns as (
  select id, amount as returned_amount from {second} where status = 'returned'
),

firsts as (
  select id, ordered_on as first_ordered_on from {third} where status = 'first'
),

final as (
  select
    base.id,
    base.customer_id,
    sum(base.amount) as amount,
    sum(coalesce(returns.returned_amount, 0)) as returned_amount,
    max(firsts.first_ordered_on) as first_ordered_on,
    count(*) as order_count
  from base
  left join returns on base.id = returns.id
  left join firsts on base.id = firsts.id
  group by base.id, base.customer_id
)

select id, customer_id, amount, returned_amount, first_ordered_on, order_count
from final
"""


def select_of(layer, number, parents, named):
    """The SQL of one model; named says how a parent is written."""
    def parent(step):
        return named(parents[(number * step + step) % len(parents)])

    if layer == 0:
        return staging_sql(number)
    if layer == 1:
        return intermediate_sql(parent(1), parent(7))
    return mart_sql(parent(1), parent(3), parent(11))


def yaml_of(names):
    lines = ["version: 2", "", "models:"]
    for name in names:
        lines += [
            f"  - name: {name}",
            f"    description: What the bench knows of {name}.",
            "    columns:",
            "      - name: id",
            "        description: The key of a line.",
            "        data_tests:",
            "          - unique",
            "          - not_null",
            "      - name: customer_id",
            "        description: Who bought it.",
        ]
    return "\n".join(lines) + "\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_project(folder, names, written):
    for layer, models in enumerate(names):
        where = folder / "models" / ["staging", "intermediate", "marts"][layer]
        for number, name in enumerate(models):
            parents = names[layer - 1] if layer else []
            write(where / f"{name}.sql", select_of(layer, number, parents, written))
        for first in range(0, len(models), A_YAML_FILE):
            write(where / f"models_{first // A_YAML_FILE:04}.yml", yaml_of(models[first : first + A_YAML_FILE]))


def write_assay(folder, names, materialized):
    write(
        folder / "assay_project.yml",
        f"name: bench\nversion: \"1.0\"\nprofile: bench\n\nmodels:\n  bench: {{+materialized: {materialized}}}\n",
    )
    write(
        folder / "profiles.yml",
        "bench:\n  target: dev\n  outputs:\n    dev: {type: duckdb, path: warehouse.duckdb, schema: bench, threads: 4}\n",
    )
    write_project(folder, names, lambda name: '${ref("' + name + '")}')


def write_dbt(folder, names, materialized):
    write(
        folder / "dbt_project.yml",
        f"name: bench\nversion: \"1.0\"\nprofile: bench\n\nmodels:\n  bench:\n    +materialized: {materialized}\n",
    )
    write(
        folder / "profiles.yml",
        "bench:\n  target: dev\n  outputs:\n    dev: {type: duckdb, path: warehouse.duckdb, schema: bench, threads: 4}\n",
    )
    write_project(folder, names, lambda name: "{{ ref('" + name + "') }}")


def write_statements(folder, names, materialized):
    """One statement a line: line ends within a statement become blanks, which changes nothing for the engine."""
    lines = ["create schema if not exists bench"]
    for layer, models in enumerate(names):
        for number, name in enumerate(models):
            parents = names[layer - 1] if layer else []
            select = select_of(layer, number, parents, lambda parent: f'"bench"."{parent}"')
            lines.append(f'create {materialized} "bench"."{name}" as {select}')
            lines.append(
                "select count(*) from (select id from"
                f' "bench"."{name}" where id is not null group by id having count(*) > 1) as failing'
            )
            lines.append(f'select count(*) from (select id from "bench"."{name}" where id is null) as failing')
    write(folder / "statements.sql", "\n".join(" ".join(line.split()) for line in lines) + "\n")


def main():
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    materialized = sys.argv[3] if len(sys.argv) > 3 else "view"
    names = layers(count)
    write_assay(folder / "assay", names, materialized)
    write_dbt(folder / "dbt", names, materialized)
    write_statements(folder, names, materialized)


if __name__ == "__main__":
    main()
