/** The question of the compared onset or durability, whole and plain, so that tools can read it as it stands. */
export const compareTimesDocument = /* GraphQL */ `
  query CompareTimesFigure(
    $release: ID!
    $cohorts: [ComparedCohortInput!]!
    $adjustFor: [Dimension!]!
    $target: Target!
    $outcome: OutcomeInput!
    $times: ComparedTime!
  ) {
    comparison(release: $release, cohorts: $cohorts, adjustFor: $adjustFor, target: $target) {
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      releaseAsked
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      adjustment {
        target
        covariates
        definedBy
        byMaintenance
      }
      cohorts {
        letter
        name
        sentence
        applied
        notApplied {
          dimension
          sentence
        }
        patients {
          value
          hidden
        }
        overlaps
      }
      times(outcome: $outcome, times: $times) {
        clock
        horizon
        tau
        unadjusted {
          ...ComparedCurveParts
        }
        adjusted {
          ...ComparedCurveParts
        }
        contrasts {
          letter
          against
          unadjusted {
            ...TimeContrastParts
          }
          adjusted {
            ...TimeContrastParts
          }
        }
        balance {
          letter
          against
          comparable
          reasons
          worst {
            dimension
            difference {
              value
              lower
              upper
              hidden
              bound
            }
          }
          effective {
            letter
            patients {
              value
              hidden
            }
            effective {
              value
              hidden
            }
          }
        }
      }
    }
  }

  fragment ComparedCurveParts on ComparedCurve {
    group {
      code
      label
      short
    }
    instrument
    patients {
      value
      hidden
    }
    events {
      value
      hidden
    }
    curve {
      time
      share
      lower
      upper
    }
    endTime
    rows {
      time
      atRisk {
        value
        hidden
      }
      censored {
        value
        hidden
      }
      events {
        value
        hidden
      }
    }
    median {
      value
      lower
      upper
      hidden
      bound
    }
    landmarks {
      time
      share {
        value
        lower
        upper
        hidden
        bound
      }
    }
    medianGapDays {
      value
      lower
      upper
      hidden
      bound
    }
    restrictedMean {
      value
      lower
      upper
      hidden
      bound
    }
  }

  fragment TimeContrastParts on TimeContrast {
    logRank {
      statistic
      value
      df
      p
      adjustedP
      why
    }
    hazardRatio {
      value
      lower
      upper
      hidden
      bound
      why
    }
    restrictedMean {
      value
      lower
      upper
      hidden
      bound
      why
    }
    landmarks {
      time
      difference {
        value
        lower
        upper
        hidden
        bound
        why
      }
    }
  }
`;
