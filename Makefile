# Two commands matter: `make run` and `make test`. Both set up all they need; neither repeats work that is done.
SHELL := /bin/sh
BUILD := $(or $(USHER_BUILD),$(shell sed -n 's/^USHER_BUILD=//p' .env 2>/dev/null),build)
export USHER_BUILD := $(BUILD)
APP := $(BUILD)/env/app/bin
ENGINE := $(BUILD)/env/engine/bin
export RASA_TELEMETRY_ENABLED := false
export HF_HUB_OFFLINE := 1
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test setup check data unit unit-engine page conversations browser test-long bench crash load evaluate evaluate-nlu lock format clean

run: setup ## set up, build what changed, start everything, stay in the foreground
	@$(APP)/usher serve

test: setup check data unit-engine unit page conversations browser ## everything that has to hold before a change lands

setup: ## make both environments from the locks (at once when nothing changed)
	@python3 -m bot.setup

check: ## format, lint, types, import contracts, docstrings
	$(APP)/ruff format --check .
	$(APP)/ruff check .
	$(APP)/mypy bot actions index tests
	$(APP)/mypy --config-file bot/engine/mypy.ini --python-executable $(ENGINE)/python -p bot.engine
	$(APP)/lint-imports
	$(APP)/interrogate -q bot actions index

data: ## the film files and what Rasa itself says of its files
	$(APP)/usher films check
	$(ENGINE)/python -m bot.engine validate

unit: ## unit tests of the app environment
	$(APP)/python -m pytest tests -q --ignore tests/engine --ignore tests/conversations --ignore tests/browser

unit-engine: ## unit tests of the engine environment
	$(ENGINE)/python -m pytest tests/engine -q

page: ## types and unit tests of the chat page; a rebuild gives the committed bytes
	$(APP)/python -m tests.page

conversations: ## whole dialogues against the running engine, actions and index
	$(APP)/python -m pytest tests/conversations -q

browser: ## the page in headless Chromium
	$(APP)/python -m pytest tests/browser -q

test-long: setup ## the long forms of the tests
	USHER_LONG=1 $(APP)/python -m pytest tests -q --ignore tests/engine

bench: setup ## start, memory and turn times next to a stock Rasa project, in one run
	$(APP)/python -m tests.bench

crash: setup ## kill -9 of random processes under load
	$(APP)/python -m tests.gateway.crash

load: setup ## turns a second and latency for 1, 8 and 32 people
	$(APP)/python -m tests.gateway.load

evaluate: setup ## how good the recommendations are
	$(APP)/usher evaluate

evaluate-nlu: setup ## how well messages are understood
	$(ENGINE)/python -m tests.engine.evaluate_intents
	$(ENGINE)/python -m tests.engine.evaluate_titles

lock: ## write the locked requirements anew
	requirements/lock.sh

format: ## put the code into its format
	$(APP)/ruff check --fix .
	$(APP)/ruff format .

clean: ## remove everything derived
	rm -rf $(BUILD)
