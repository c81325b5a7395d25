.DEFAULT_GOAL := help
.PHONY: help check fmt golden bench run

help:    ## what can be made
	@sed -n 's/^\([a-z]*\): *## */  make \1\t/p' Makefile | expand -t 16

check:   ## all that CI does
	CI=true .ci/run

fmt:     ## format all Java
	mvn -q -B test -Dtest=FormatTest -Dformat=update

golden:  ## write what the cases and the docs' examples show now (fails when something changed: read the difference)
	mvn -q -B test -Dtest='CasesTest,ReadmeTest,HowToTest,TutorialTest,ReferenceTest,WarehousesPageTest' -Dgolden=update

bench:   ## measure; bench/README.md tells what
	bench/run

run:     ## build the project in project/ as the README does
	./assay build
