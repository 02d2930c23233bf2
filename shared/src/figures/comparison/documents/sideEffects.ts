/** The question of the compared side effects, whole and plain, so that tools can read it as it stands. */
export const compareSideEffectsDocument = /* GraphQL */ `
  query CompareSideEffectsFigure(
    $release: ID!
    $cohorts: [ComparedCohortInput!]!
    $adjustFor: [Dimension!]!
    $target: Target!
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
      sideEffects {
        exposed {
          letter
          patients {
            value
            hidden
          }
        }
        effects {
          term
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
              test {
                statistic
                value
                df
                p
                adjustedP
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
              test {
                statistic
                value
                df
                p
                adjustedP
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
    }
  }
`;
