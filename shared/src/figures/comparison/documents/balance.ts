/** The question of the balance of a comparison, whole and plain, so that tools can read it as it stands. */
export const compareBalanceDocument = /* GraphQL */ `
  query CompareBalanceFigure(
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
      balance(outcome: $outcome, visit: $visit) {
        visit
        pairs {
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
          covariates {
            dimension
            before {
              value
              lower
              upper
              hidden
              bound
            }
            after {
              value
              lower
              upper
              hidden
              bound
            }
          }
        }
      }
    }
  }
`;
