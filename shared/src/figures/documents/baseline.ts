/** The question of the baseline figure, whole and plain, so that tools can read it as it stands. */
export const baselineDocument = /* GraphQL */ `
  query BaselineFigure($release: ID!, $where: CohortInput, $outcome: OutcomeInput!, $by: Dimension) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
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
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      baseline(outcome: $outcome, by: $by) {
        answered {
          notApplied {
            dimension
            sentence
          }
          release {
            id
            number
            publishedOn
            checksum
          }
        }
        groups {
          group {
            code
            label
            short
          }
          patients {
            value
            hidden
          }
        }
        rows {
          code
          label
          kind
          cells {
            patients {
              value
              hidden
            }
            share {
              value
              lower
              upper
              hidden
              bound
            }
            mean {
              value
              lower
              upper
              hidden
              bound
            }
            standardDeviation {
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
