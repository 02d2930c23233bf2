# Makes the expected results in fixtures/*.json again, from the inputs that stand in the same files.
# Run where R is installed:  Rscript make-fixtures.R  (from this folder; needs survival, metafor and jsonlite)
#
# The numbers of record were made by R 4.2.2 with survival 3.5-3, from the same calls in scripts of their own.
# This script was written afterwards beside the tests and is not that generator. Its parts on times to an event, run
# with the same versions, gave these fixtures again to 1e-12, and made the cases of cox and weighted_km that are not in
# the record; its other parts have not been run on record.
# The tests need no R.
#
# Inputs of km_survival_pkg, logrank, rmst, cox and weighted_km are the data sets of the survival package: lung,
# veteran, ovarian, colon (etype 1), aml; of cif_competing mgus2 by sex (death, or plasma cell malignancy first) and
# pbc; "real_ketamine" is from samples/nimh-ketamine. Of means_two_groups, "sleep_R" is the data set sleep of R. The
# weights of weighted_km come from a logistic model of being female on age, ph.ecog and wt.loss; some are made up.

library(survival)
library(jsonlite)

read <- function(name) {
  fromJSON(file.path("fixtures", paste0(name, ".json")),
    simplifyDataFrame = FALSE, simplifyMatrix = FALSE
  )
}

# One line a case, so that a change shows as one line. NA and NaN become null. 17 digits give back the exact double.
as_line <- function(value) {
  toJSON(value, auto_unbox = TRUE, na = "null", null = "null", digits = I(17))
}

write_fixture <- function(name, fixture) {
  fixture[["_meta"]][["R"]] <- R.version.string
  fixture[["_meta"]][["survival"]] <- as.character(packageVersion("survival"))
  parts <- vapply(names(fixture), function(key) {
    value <- fixture[[key]]
    text <- if (key == "cases") {
      lines <- vapply(value, function(one) paste0("    ", as_line(one)), "")
      paste0("[\n", paste(lines, collapse = ",\n"), "\n  ]")
    } else {
      as_line(value)
    }
    paste0("  \"", key, "\": ", text)
  }, "")
  writeLines(
    paste0("{\n", paste(parts, collapse = ",\n"), "\n}"),
    file.path("fixtures", paste0(name, ".json"))
  )
}

# I() keeps a vector of one an array.
kaplan_meier_group <- function(time, status, expected) {
  fit <- survfit(Surv(time, status) ~ 1, conf.type = "log-log")
  quantiles <- quantile(fit, probs = c(.25, .5, .75))
  at <- summary(fit, times = unlist(expected$at$times), extend = TRUE)
  # survfit reports the error of ln S; Greenwood's of S is S times that, and has no value where S is 0.
  greenwood <- ifelse(fit$surv == 0, NA, fit$surv * fit$std.err)
  list(
    group = expected$group, n = fit$n, events = sum(fit$n.event),
    time = I(fit$time), nRisk = I(fit$n.risk), nEvent = I(fit$n.event), nCensor = I(fit$n.censor),
    surv = I(fit$surv), seGreenwood = I(greenwood),
    at = list(times = I(unlist(expected$at$times)), nRisk = I(at$n.risk), surv = I(at$surv)),
    lower = I(fit$lower), upper = I(fit$upper),
    quantiles = list(
      p = c(.25, .5, .75), estimate = I(as.numeric(quantiles$quantile)),
      lower = I(as.numeric(quantiles$lower)), upper = I(as.numeric(quantiles$upper))
    )
  )
}

for (name in c("km_edge", "km_survival_pkg")) {
  fixture <- read(name)
  fixture$cases <- lapply(fixture$cases, function(one) {
    time <- unlist(one$input$time)
    status <- unlist(one$input$status)
    group <- unlist(one$input$group)
    one$input <- list(time = I(time), status = I(status), group = I(group))
    one$groups <- lapply(one$groups, function(expected) {
      mine <- as.character(group) == as.character(expected$group)
      kaplan_meier_group(time[mine], status[mine], expected)
    })
    one
  })
  write_fixture(name, fixture)
}

# Several states: the share in each and its error by the infinitesimal jackknife, limits at some times alone.
incidence_group <- function(time, cause, expected) {
  causes <- unlist(expected$states)[-1]
  fit <- survfit(Surv(time, factor(cause, c("censor", causes))) ~ 1, conf.type = "log-log")
  named <- c("eventFree", causes)
  by_state <- function(values) setNames(lapply(seq_along(named), function(k) I(values[, k])), named)
  times <- unlist(expected$at$times)
  at <- summary(fit, times = times, extend = TRUE)
  limits <- lapply(seq_along(named), function(k) list(lower = I(at$lower[, k]), upper = I(at$upper[, k])))
  list(
    group = expected$group, n = length(time), states = c("event-free", causes), time = I(fit$time),
    pstate = by_state(fit$pstate), se = by_state(fit$std.err),
    at = list(times = I(times), nRisk = I(at$n.risk[, 1]), pstate = by_state(at$pstate)),
    logLog = setNames(limits, named)
  )
}

fixture <- read("cif_competing")
fixture$cases <- lapply(fixture$cases, function(one) {
  time <- unlist(one$input$time)
  cause <- unlist(one$input$cause)
  group <- unlist(one$input$group)
  one$input <- list(time = I(time), cause = I(cause), group = I(group))
  one$groups <- lapply(one$groups, function(expected) {
    mine <- group == expected$group
    incidence_group(time[mine], cause[mine], expected)
  })
  one
})
write_fixture("cif_competing", fixture)

log_rank_of <- function(input, rho) {
  formula <- if (is.null(input$stratum)) {
    Surv(time, status) ~ group
  } else {
    Surv(time, status) ~ group + strata(stratum)
  }
  fit <- survdiff(formula, data = input, rho = rho)
  df <- sum(rowSums(as.matrix(fit$exp)) > 0) - 1
  list(
    groups = I(sub("^group=", "", names(fit$n))), n = I(as.integer(fit$n)),
    observed = I(rowSums(as.matrix(fit$obs))), expected = I(rowSums(as.matrix(fit$exp))),
    variance = fit$var, chisq = fit$chisq, df = df, p = pchisq(fit$chisq, df, lower.tail = FALSE)
  )
}

fixture <- read("logrank")
fixture$cases <- lapply(fixture$cases, function(one) {
  input <- lapply(one$input, unlist)
  pairs <- one$pairwise
  one[c("groups", "n", "observed", "expected", "variance", "chisq", "df", "p")] <-
    log_rank_of(input, one$rho)
  one$input <- lapply(input, I)
  one$pairwise <- lapply(pairs, function(pair) {
    mine <- input$group %in% c(pair$a, pair$b)
    test <- log_rank_of(lapply(input, function(column) column[mine]), one$rho)
    list(a = pair$a, b = pair$b, chisq = test$chisq, p = test$p)
  })
  if (length(pairs) == 0) one$pairwise <- NULL
  one
})
write_fixture("logrank", fixture)

restricted_mean_of <- function(time, status, tau) {
  fit <- survfit(Surv(time, status) ~ 1)
  before <- fit$time < tau
  width <- diff(c(0, fit$time[before], tau))
  area <- width * c(1, fit$surv[before])
  after <- rev(cumsum(rev(area[-1])))
  left <- fit$n.risk[before] - fit$n.event[before]
  hazard <- ifelse(left == 0, 0, fit$n.event[before] / (fit$n.risk[before] * left))
  mean <- sum(area)
  se <- sqrt(sum(after^2 * hazard))
  table <- summary(fit, rmean = tau)$table
  stopifnot(all.equal(c(mean, se), as.numeric(table[c("rmean", "se(rmean)")])))
  list(
    rmst = mean, se = se, lower = mean - qnorm(.975) * se, upper = mean + qnorm(.975) * se,
    restrictedTimeLost = tau - mean
  )
}

fixture <- read("rmst")
fixture$cases <- lapply(fixture$cases, function(one) {
  input <- lapply(one$input, unlist)
  one$groups <- lapply(one$groups, function(expected) {
    mine <- as.character(input$group) == as.character(expected$group)
    c(list(group = expected$group), restricted_mean_of(input$time[mine], input$status[mine], one$tau))
  })
  estimate <- one$groups[[2]]$rmst - one$groups[[1]]$rmst
  se <- sqrt(one$groups[[1]]$se^2 + one$groups[[2]]$se^2)
  one$difference <- list(
    contrast = one$difference$contrast, estimate = estimate, se = se,
    lower = estimate - qnorm(.975) * se, upper = estimate + qnorm(.975) * se,
    p = 2 * pnorm(-abs(estimate / se))
  )
  one$input <- lapply(input, I)
  one
})
write_fixture("rmst", fixture)

# The covariates as columns, factors as R's treatment contrasts make them. Where R warns that a coefficient may be
# infinite or that it ran out of iterations, this is kept as `separated`, and the numbers that it came with are not.
cox_of <- function(input, ties) {
  x <- do.call(cbind, input$x)
  stratum <- if (is.null(input$stratum)) rep(1, length(input$time)) else input$stratum
  arguments <- list(Surv(input$time, input$status) ~ x + strata(stratum), ties = ties)
  if (!is.null(input$weight)) arguments$weights <- input$weight
  if (!is.null(input$cluster)) arguments$cluster <- input$cluster
  if (!is.null(input$weight) && is.null(input$cluster)) arguments$robust <- TRUE
  separated <- FALSE
  fit <- withCallingHandlers(do.call(coxph, arguments), warning = function(raised) {
    separated <<- separated || grepl("infinite|Ran out", conditionMessage(raised))
    invokeRestart("muffleWarning")
  })
  counted <- list(n = fit$n, events = fit$nevent)
  if (separated) {
    return(c(counted, list(separated = TRUE)))
  }
  coef <- unname(coef(fit))
  se <- sqrt(diag(fit$var))
  se[is.na(coef)] <- NA
  z <- coef / se
  kept <- !is.na(coef)
  naive <- if (is.null(fit$naive.var)) NULL else sqrt(diag(fit$naive.var))
  coefs <- lapply(seq_along(coef), function(k) {
    c(
      list(
        term = names(input$x)[k], coef = coef[k], se = se[k], hr = exp(coef[k]),
        lower = exp(coef[k] - qnorm(.975) * se[k]), upper = exp(coef[k] + qnorm(.975) * se[k]),
        z = z[k], p = 2 * pnorm(-abs(z[k]))
      ),
      if (!is.null(naive)) list(naiveSe = naive[k])
    )
  })
  ratio <- 2 * diff(fit$loglik)
  result <- c(counted, list(
    coefs = coefs, vcov = fit$var[kept, kept, drop = FALSE], loglik = I(fit$loglik),
    wald = list(df = sum(kept), p = pchisq(fit$wald.test, sum(kept), lower.tail = FALSE))
  ))
  if (is.null(naive)) {
    result$lrTest <- list(stat = ratio, df = sum(kept), p = pchisq(ratio, sum(kept), lower.tail = FALSE))
  }
  result
}

columns_of <- function(input) {
  lapply(input, function(column) if (is.list(column) && !is.null(names(column))) lapply(column, unlist) else unlist(column))
}
as_arrays <- function(input) lapply(input, function(column) if (is.list(column)) lapply(column, I) else I(column))

fixture <- read("cox")
fixture$cases <- lapply(fixture$cases, function(one) {
  input <- columns_of(one$input)
  c(list(name = one$name, ties = one$ties, input = as_arrays(input)), cox_of(input, one$ties))
})
write_fixture("cox", fixture)

weighted_group <- function(input, expected) {
  mine <- input$group == expected$group
  time <- input$time[mine]
  status <- input$status[mine]
  weight <- input$weight[mine]
  fit <- survfit(Surv(time, status) ~ 1, weights = weight, robust = TRUE, conf.type = "log-log")
  times <- unlist(expected$at$times)
  at <- summary(fit, times = times, extend = TRUE)
  sure <- at$surv == 0
  list(
    group = expected$group, ess = sum(weight)^2 / sum(weight^2),
    at = list(
      times = I(times), surv = I(at$surv), nRiskWeighted = I(at$n.risk),
      seRobustIJ = I(ifelse(sure, NA, at$std.err)), lower = I(at$lower), upper = I(at$upper)
    )
  )
}

fixture <- read("weighted_km")
fixture$cases <- lapply(fixture$cases, function(one) {
  input <- columns_of(one$input)
  fit <- coxph(Surv(time, status) ~ group, data = input, weights = weight, robust = TRUE)
  list(
    name = one$name, input = as_arrays(input),
    groups = lapply(one$groups, function(expected) weighted_group(input, expected)),
    cox = list(
      coef = unname(coef(fit)), naiveSe = sqrt(fit$naive.var[1]), robustSe = sqrt(fit$var[1]),
      p = unname(2 * pnorm(-abs(coef(fit) / sqrt(fit$var[1]))))
    )
  )
})
write_fixture("weighted_km", fixture)

fixture <- read("proportion_ci")
fixture$cases <- lapply(fixture$cases, function(one) {
  if (one$n > 0) {
    interval <- suppressWarnings(prop.test(one$x, one$n, conf.level = one$conf, correct = FALSE))$conf.int
    one$estimate <- one$x / one$n
    one$wilson <- I(as.numeric(interval))
  }
  one
})
write_fixture("proportion_ci", fixture)

sample_of <- function(values) {
  n <- length(values)
  if (n == 0) {
    return(list(n = 0))
  }
  quartiles <- as.numeric(quantile(values, c(.25, .5, .75), type = 7))
  spread <- sd(values)
  error <- spread / sqrt(n)
  # t.test()$conf.int by its formula: t.test itself stops on values that are all equal.
  half <- if (n > 1) qt(.975, n - 1) * error else NA
  list(
    n = n, mean = mean(values), sd = spread, se = error,
    lower = mean(values) - half, upper = mean(values) + half,
    q1_type7 = quartiles[1], median = quartiles[2], q3_type7 = quartiles[3],
    min = min(values), max = max(values)
  )
}

fixture <- read("means_two_groups")
fixture$cases <- lapply(fixture$cases, function(one) {
  x <- as.numeric(unlist(one$input$x))
  y <- as.numeric(unlist(one$input$y))
  result <- list(
    name = one$name, note = one$note, input = list(x = I(x), y = I(y)),
    x = sample_of(x), y = sample_of(y)
  )
  test <- tryCatch(t.test(x, y), error = function(refused) NULL)
  if (is.null(test)) {
    return(c(result, list(estimable = FALSE)))
  }
  df <- length(x) + length(y) - 2
  exact <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
  effect <- metafor::escalc("SMD",
    m1i = mean(x), sd1i = sd(x), n1i = length(x), m2i = mean(y), sd2i = sd(y), n2i = length(y)
  )
  half <- qnorm(.975) * sqrt(effect$vi)
  c(result, list(
    welch = list(
      diff = mean(x) - mean(y), t = as.numeric(test$statistic), df = as.numeric(test$parameter),
      p = test$p.value, ci = I(as.numeric(test$conf.int))
    ),
    hedgesG = list(
      g_gammaExactJ = as.numeric(effect$yi), var_metafor = as.numeric(effect$vi),
      ciWald = as.numeric(effect$yi) + c(-half, half), Jexact = exact
    )
  ))
})
write_fixture("means_two_groups", fixture)

fixture <- read("paired_change")
fixture$cases <- lapply(fixture$cases, function(one) {
  pre <- as.numeric(unlist(one$input$pre))
  post <- as.numeric(unlist(one$input$post))
  test <- t.test(post, pre, paired = TRUE)
  list(
    name = one$name, input = list(pre = I(pre), post = I(post)), n = length(pre),
    meanChange = as.numeric(test$estimate), sdChange = sd(post - pre), t = as.numeric(test$statistic),
    df = as.numeric(test$parameter), p = test$p.value, ci = I(as.numeric(test$conf.int)),
    dz = mean(post - pre) / sd(post - pre)
  )
})
write_fixture("paired_change", fixture)

# Ratios over nobody are the text "Inf", as JSON has no number for them; 0/0 is null.
finite_or_text <- function(x) if (is.nan(x)) NA else if (is.infinite(x)) "Inf" else x
around <- function(estimate, error) {
  if (!is.finite(error)) NA else I(exp(log(estimate) + c(-1, 1) * qnorm(.975) * error))
}

fixture <- read("two_proportions")
fixture$cases <- lapply(fixture$cases, function(one) {
  counts <- one[c("a", "n1", "b", "n2")]
  with(counts, {
    if (n1 == 0 || n2 == 0) {
      return(c(counts, list(estimable = FALSE)))
    }
    p1 <- a / n1
    p2 <- b / n2
    w1 <- suppressWarnings(prop.test(a, n1, correct = FALSE))$conf.int
    w2 <- suppressWarnings(prop.test(b, n2, correct = FALSE))$conf.int
    down <- sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2)
    up <- sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2)
    log_error <- sqrt(1 / a - 1 / n1 + 1 / b - 1 / n2)
    woolf <- sqrt(1 / a + 1 / (n1 - a) + 1 / b + 1 / (n2 - b))
    c(counts, list(
      riskDiff = list(estimate = p1 - p2, newcombe = I(c(p1 - p2 - down, p1 - p2 + up))),
      riskRatio = list(
        estimate = finite_or_text(p1 / p2), log = around(p1 / p2, log_error),
        seLog = if (is.finite(log_error)) log_error else NA
      ),
      oddsRatio = list(
        estimate = finite_or_text((a / (n1 - a)) / (b / (n2 - b))),
        woolf = around((a / (n1 - a)) / (b / (n2 - b)), woolf)
      ),
      chisq = with(suppressWarnings(prop.test(c(a, b), c(n1, n2), correct = FALSE)), list(
        stat = if (is.nan(statistic)) NA else unname(statistic), p = if (is.nan(p.value)) NA else p.value
      ))
    ))
  })
})
write_fixture("two_proportions", fixture)

fixture <- read("mantel_haenszel")
fixture$cases <- lapply(fixture$cases, function(one) {
  given <- lapply(one$input, unlist)
  with(given, {
    cells <- array(rbind(a, b, n1 - a, n2 - b), dim = c(2, 2, length(a)))
    test <- mantelhaen.test(cells, correct = FALSE)
    summed <- function(measure) {
      fit <- metafor::rma.mh(
        measure = measure, ai = a, n1i = n1, ci = b, n2i = n2, correct = FALSE, add = 0, drop00 = FALSE
      )
      back <- if (measure == "RD") identity else exp
      list(
        estimateLogOrRaw = as.numeric(fit$beta), se = fit$se, estimate = back(as.numeric(fit$beta)),
        ciLower = back(fit$ci.lb), ciUpper = back(fit$ci.ub)
      )
    }
    list(
      name = one$name, input = one$input, oddsRatio = as.numeric(test$estimate),
      orCI_RBG = I(as.numeric(test$conf.int)), cmhStat = as.numeric(test$statistic), cmhP = test$p.value,
      metaforRR = summed("RR"), metaforRD = summed("RD")
    )
  })
})
write_fixture("mantel_haenszel", fixture)

fixture <- read("incidence_rates")
fixture$cases <- lapply(fixture$cases, function(one) {
  one$rate <- one$events / one$personTime
  one$exact <- I(as.numeric(poisson.test(one$events, one$personTime)$conf.int))
  one
})
fixture$rateRatio <- with(fixture$rateRatio, {
  test <- poisson.test(c(x1, x2), c(t1, t2))
  list(
    x1 = x1, t1 = t1, x2 = x2, t2 = t2, estimate = as.numeric(test$estimate),
    exactCI = I(as.numeric(test$conf.int)), p = test$p.value
  )
})
write_fixture("incidence_rates", fixture)

fixture <- read("p_adjust")
fixture$cases <- lapply(fixture$cases, function(one) {
  p <- vapply(one$p, function(value) if (is.null(value)) NA else as.numeric(value), 0)
  list(p = I(p), holm = I(p.adjust(p, "holm")), BH = I(p.adjust(p, "BH")))
})
write_fixture("p_adjust", fixture)

# Spiegelhalter 2005: exact limits interpolated between counts; z winsorised at its 10th and 90th percentile.
fixture <- read("funnel")
fixture$cases <- lapply(fixture$cases, function(one) {
  x <- unlist(one$input$x)
  n <- unlist(one$input$n)
  at <- unlist(one$limits$n)
  theta <- sum(x) / sum(n)
  error <- sqrt(theta * (1 - theta) / n)
  z <- (x / n - theta) / error
  inside <- pmin(pmax(z, quantile(z, .1)), quantile(z, .9))
  phi <- mean(inside^2)
  w <- 1 / error^2
  tau2 <- max(0, (length(z) * phi - (length(z) - 1)) / (sum(w) - sum(w^2) / sum(w)))
  limit <- function(q) {
    r <- qbinom(q, at, theta)
    I((r - (pbinom(r, at, theta) - q) / dbinom(r, at, theta)) / at)
  }
  list(
    name = one$name, input = one$input, theta = theta, p = I(x / n), z = I(z),
    exactTwoSidedP = I(mapply(function(k, m) binom.test(k, m, theta)$p.value, x, n)),
    phiRaw = mean(z^2), phiWinsor10 = phi, tau2 = tau2,
    zMultiplicative = I(z / sqrt(max(1, phi))), zAdditive = I((x / n - theta) / sqrt(error^2 + tau2)),
    limits = list(
      n = I(at), exact95 = list(lower = limit(.025), upper = limit(.975)),
      exact998 = list(lower = limit(.001), upper = limit(.999))
    )
  )
})
write_fixture("funnel", fixture)

fixture <- read("logistic")
fixture$cases <- lapply(fixture$cases, function(one) {
  given <- as.data.frame(lapply(one$input, unlist))
  fit <- suppressWarnings(glm(as.formula(one$formula), family = binomial, data = given))
  terms <- summary(fit)$coefficients
  list(
    name = one$name, formula = one$formula, input = one$input, converged = fit$converged, iter = fit$iter,
    coefs = lapply(seq_len(nrow(terms)), function(term) {
      list(
        term = rownames(terms)[term], coef = terms[term, 1], se = terms[term, 2], z = terms[term, 3],
        p = terms[term, 4]
      )
    }),
    deviance = deviance(fit), nullDeviance = fit$null.deviance, aic = AIC(fit),
    fitted = I(as.numeric(fitted(fit)))
  )
})
write_fixture("logistic", fixture)

# trt 0 is the reference cohort, trt 1 the other.
fixture <- read("iptw_weights")
fixture$cases <- lapply(fixture$cases, function(one) {
  given <- as.data.frame(lapply(one$input, unlist))
  ps <- as.numeric(fitted(glm(as.formula(one$formula), family = binomial, data = given)))
  other <- given$trt == 1
  weights <- list(
    ATE = ifelse(other, 1 / ps, 1 / (1 - ps)),
    ATE_stabilized = ifelse(other, mean(other) / ps, mean(!other) / (1 - ps)),
    ATT = ifelse(other, 1, ps / (1 - ps)),
    overlap = ifelse(other, 1 - ps, ps)
  )
  differences <- function(w) {
    lapply(one$smdBefore, function(row) {
      x <- given[[row$v]]
      apart <- weighted.mean(x[other], w[other]) - weighted.mean(x[!other], w[!other])
      list(v = row$v, smd = apart / sqrt((var(x[other]) + var(x[!other])) / 2))
    })
  }
  effective <- function(w) sum(w)^2 / sum(w^2)
  list(
    name = one$name, formula = one$formula, input = one$input, ps = I(ps),
    smdBefore = differences(rep(1, length(ps))), weights = weights,
    schemes = lapply(names(weights), function(scheme) {
      w <- weights[[scheme]]
      list(
        scheme = scheme, ess = c(effective(w[!other]), effective(w[other])), smdAfter = differences(w)
      )
    })
  )
})
write_fixture("iptw_weights", fixture)

fixture <- read("distributions")
fixture$pnorm <- with(fixture$pnorm, list(
  z = z, lower = pnorm(z), upper = pnorm(z, lower.tail = FALSE)
))
fixture$qnorm <- with(fixture$qnorm, list(p = p, q = qnorm(p)))
fixture$pt <- with(fixture$pt, list(
  t = t, df = df, lower = pt(t, df), upper = pt(t, df, lower.tail = FALSE)
))
fixture$qt <- with(fixture$qt, list(p = p, df = df, q = qt(p, df)))
fixture$pchisq <- with(fixture$pchisq, list(
  x = x, df = df, lower = pchisq(x, df), upper = pchisq(x, df, lower.tail = FALSE)
))
fixture$qchisq <- with(fixture$qchisq, list(p = p, df = df, q = qchisq(p, df)))
fixture$pbeta <- with(fixture$pbeta, list(
  x = x, a = a, b = b, lower = pbeta(x, a, b), upper = pbeta(x, a, b, lower.tail = FALSE)
))
fixture$qbeta <- with(fixture$qbeta, list(p = p, a = a, b = b, q = qbeta(p, a, b)))
fixture$pf <- with(fixture$pf, list(
  f = f, df1 = df1, df2 = df2, upper = pf(f, df1, df2, lower.tail = FALSE)
))
fixture$lgamma <- with(fixture$lgamma, list(x = x, y = lgamma(x)))
write_fixture("distributions", fixture)
