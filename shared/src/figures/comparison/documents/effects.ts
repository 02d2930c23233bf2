/** The question of the compared effects, whole and plain, so that tools can read it as it stands. */
export const compareEffectsDocument = /* GraphQL */ `
  query CompareEffectsFigure(
    $release: ID!
    $cohorts: [ComparedCohortInput!]!
    $adjustFor: [Dimension!]!
    $target: Target!
    $outcome: OutcomeInput!
    $visit: Visit!
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
      effects(outcome: $outcome, visit: $visit) {
        visit
        unit
        rows {
          code
          unadjusted {
            letter
            patients {
              value
              hidden
            }
            estimate {
              value
              lower
              upper
              hidden
              bound
            }
          }
          adjusted {
            letter
            patients {
              value
              hidden
            }
            estimate {
              value
              lower
              upper
              hidden
              bound
            }
          }
          contrasts {
            letter
            against
            unadjusted {
              difference {
                value
                lower
                upper
                hidden
                bound
                why
              }
              ratio {
                value
                lower
                upper
                hidden
                bound
                why
              }
              standardized {
                value
                lower
                upper
                hidden
                bound
                why
              }
            }
            adjusted {
              difference {
                value
                lower
                upper
                hidden
                bound
                why
              }
              ratio {
                value
                lower
                upper
                hidden
                bound
                why
              }
              standardized {
                value
                lower
                upper
                hidden
                bound
                why
              }
            }
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
      times(outcome: $outcome, times: DURABILITY) {
        tau
        unadjusted {
          group {
            code
          }
          patients {
            value
            hidden
          }
          restrictedMean {
            value
            lower
            upper
            hidden
            bound
          }
        }
        adjusted {
          group {
            code
          }
          patients {
            value
            hidden
          }
          restrictedMean {
            value
            lower
            upper
            hidden
            bound
          }
        }
        contrasts {
          letter
          against
          unadjusted {
            restrictedMean {
              value
              lower
              upper
              hidden
              bound
              why
            }
          }
          adjusted {
            restrictedMean {
              value
              lower
              upper
              hidden
              bound
              why
            }
          }
        }
      }
    }
  }
`;
