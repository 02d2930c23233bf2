# Makes fixtures/ratio_estimate.json: ratios of means with their standard error and Fieller's limits.
# Run where R is installed:  Rscript make-ratio-fixture.R  (from this folder; needs survey, boot and jsonlite)
#
# Made by R 4.2.2, survey 4.1-1, boot 1.3-28. The tests need no R.
# Ratio and standard error are svyratio's. The limits are found by t.test alone: they are the ratios R at which the mean
# of x - R y is just not apart from 0 at the level of 5 %, which is Fieller's definition.
# bigcity and city: Cochran 1977, table 6.1 and Davison, Hinkley 1997, example 1.2. apisrs: the survey package.

suppressPackageStartupMessages({
  library(survey)
  library(boot)
  library(jsonlite)
})
data(api)

p_at <- function(x, y, ratio) t.test(x - ratio * y)$p.value

# Where p crosses .05 on one side of the ratio; NA where it never does within 1e6 errors.
limit <- function(x, y, ratio, error, side) {
  far <- ratio + side * error * 10^(0:6)
  crossed <- which(vapply(far, function(each) p_at(x, y, each) < .05, TRUE))
  if (length(crossed) == 0) return(NA)
  # In units of the error, so that the tolerance is one of the number of errors.
  root <- uniroot(
    function(errors) p_at(x, y, ratio + side * errors * error) - .05,
    c(0, 10^(crossed[1] - 1)), tol = 1e-15, maxiter = 10000
  )$root
  ratio + side * root * error
}

case_of <- function(name, x, y) {
  design <- svydesign(~1, weights = ~w, data = data.frame(x = x, y = y, w = 1))
  fit <- svyratio(~x, ~y, design)
  ratio <- as.numeric(coef(fit))
  error <- as.numeric(SE(fit))
  # Where y is not apart from 0, p stays over .05 on at least one side for ever: there are no two limits.
  apart <- t.test(y)$p.value < .05
  list(
    name = name, input = list(x = I(x), y = I(y)), n = length(x), ratio = ratio, se = error,
    lower = if (apart) limit(x, y, ratio, error, -1) else NA,
    upper = if (apart) limit(x, y, ratio, error, 1) else NA
  )
}

set.seed(1977)
costs <- function(n, share) {
  responder <- rbinom(n, 1, share)
  sessions <- pmax(1, rpois(n, 5 + responder))
  price <- sample(c(300, 425, 550, 800), n, replace = TRUE)
  list(cost = sessions * price, responder = responder, sessions = sessions)
}
many <- costs(120, .5)
few <- costs(25, .2)
weak <- list(cost = c(800, 950, 1200, 700, 1500, 650), responder = c(0, 0, 1, 0, 0, 0))

fixture <- list(
  `_meta` = list(
    R = R.version.string, survey = as.character(packageVersion("survey")),
    note = "null = no limit; 15 digits. Made by ../make-ratio-fixture.R"
  ),
  cases = list(
    case_of("Cochran_49_cities_1930_to_1920", bigcity$x, bigcity$u),
    case_of("city_10", city$x, city$u),
    case_of("apisrs_api_stu_to_enroll", apisrs$api.stu, apisrs$enroll),
    case_of("sleep_paired", sleep$extra[sleep$group == 2], sleep$extra[sleep$group == 1]),
    case_of("cost_per_responder_120", many$cost, many$responder),
    case_of("cost_per_session_120", many$cost, many$sessions),
    case_of("cost_per_responder_25", few$cost, few$responder),
    case_of("cost_per_session_25", few$cost, few$sessions),
    case_of("weak_denominator", weak$cost, weak$responder),
    case_of("negative_x", -many$cost, many$sessions)
  )
)

as_line <- function(value) {
  toJSON(value, auto_unbox = TRUE, na = "null", null = "null", digits = NA)
}
lines <- vapply(fixture$cases, function(one) paste0("    ", as_line(one)), "")
writeLines(
  c(
    "{", paste0("  \"_meta\": ", as_line(fixture[["_meta"]]), ","), "  \"cases\": [",
    paste(lines, collapse = ",\n"), "  ]", "}"
  ),
  "fixtures/ratio_estimate.json"
)
